// What every processor of the kind has.
#define WIDTH 8
#define EXTENSION baseline
#include "Lanes.h"
#include "Functions.h"
#include "Interpreter.h"
#include "Descents.h"
#include "Exports.h"

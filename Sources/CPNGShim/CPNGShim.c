#include "CPNGShim.h"
#include <png.h>
void descent_png_placeholder(void) {}

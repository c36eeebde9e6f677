#ifndef FAILURE_H
#define FAILURE_H

#include "CPNGShim.h"
#include <png.h>

// libpng's handlers for a message buffer given as the error pointer.
void descent_png_fail(png_structp png, png_const_charp words);
void descent_png_ignore(png_structp png, png_const_charp words);

#endif

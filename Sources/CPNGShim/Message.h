#ifndef DESCENT_CPNG_MESSAGE_H
#define DESCENT_CPNG_MESSAGE_H

#include <png.h>

// Keeps the message (error_ptr is the caller's buffer) and jumps to the landing place.
void descent_png_fail(png_structp png, png_const_charp text);
// Warnings are not for users.
void descent_png_ignore(png_structp png, png_const_charp text);

#endif

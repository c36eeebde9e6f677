#include "Failure.h"
#include <stdio.h>

void descent_png_fail(png_structp png, png_const_charp words) {
  char *message = png_get_error_ptr(png);
  snprintf(message, DESCENT_PNG_MESSAGE, "%s", words);
  png_longjmp(png, 1);
}

void descent_png_ignore(png_structp png, png_const_charp words) {
  (void)png;
  (void)words;
}

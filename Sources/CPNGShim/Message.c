#include "Message.h"

#include <stdio.h>

#include "CPNGShim.h"

void descent_png_fail(png_structp png, png_const_charp text) {
  char *message = png_get_error_ptr(png);
  if (message) snprintf(message, DESCENT_PNG_MESSAGE, "%s", text);
  png_longjmp(png, 1);
}

void descent_png_ignore(png_structp png, png_const_charp text) {
  (void)png;
  (void)text;
}

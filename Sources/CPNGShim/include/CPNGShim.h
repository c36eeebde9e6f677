void descent_png_placeholder(void);

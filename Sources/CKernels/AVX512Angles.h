#ifndef AVX512_ANGLES_H
#define AVX512_ANGLES_H

/// Writes the sines of `factor` times the numbers in the first lanes, as many as fill pairs of vectors, and returns how many those are.
long kernel_sines_avx512(double factor, const double *x, double *to, long lanes);
long kernel_cosines_avx512(double factor, const double *x, double *to, long lanes);

#endif

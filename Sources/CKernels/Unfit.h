// The slow ways of the elementary functions, for single numbers that their fast ways do not serve.
#ifndef UNFIT_H
#define UNFIT_H

double kernel_unfit_exp(double x);
double kernel_unfit_log(double x);
double kernel_unfit_log1p(double x);
double kernel_unfit_pow(double x, double y);
double kernel_unfit_sin(double x);
double kernel_unfit_cos(double x);
double kernel_unfit_tan(double x);
double kernel_unfit_atan2(double y, double x);
double kernel_unfit_cbrt(double x);
double kernel_unfit_hypot(double x, double y);

#endif

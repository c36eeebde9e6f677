/// Elementary functions of our own: the same bits on every machine, in lanes of eight.
public enum Elementary {}

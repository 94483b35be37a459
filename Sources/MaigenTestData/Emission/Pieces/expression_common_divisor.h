// The greatest common divisor, never negative.
template <class T>
T commonDivisor(T a, T b) {
    if (a < 0) a = -a;
    if (b < 0) b = -b;
    while (b != 0) {
        T rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

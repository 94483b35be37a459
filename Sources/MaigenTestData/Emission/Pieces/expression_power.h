// base to the power of exponent, which must be between 0 and 127.
__int128 power(__int128 base, long long exponent) {
    if (exponent < 0 || exponent > 127) throw std::domain_error("exponent out of range");
    __int128 result = 1;
    for (long long i = 0; i < exponent; i++) result = checkedProduct(result, base);
    return result;
}

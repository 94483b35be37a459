// a * b where 128 bits may not be enough.
__int128 checkedProduct(__int128 a, __int128 b) {
    __int128 product;
    if (__builtin_mul_overflow(a, b, &product)) throw std::overflow_error("product too large");
    return product;
}

// The nearest number that a long long holds.
long long narrow(__int128 value) {
    if (value > LLONG_MAX) return LLONG_MAX;
    if (value < LLONG_MIN) return LLONG_MIN;
    return (long long)value;
}

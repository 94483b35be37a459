// The sum of all values: 128 bits hold every sum that fits into memory.
__int128 sumOf(const std::vector<long long>& values) {
    __int128 sum = 0;
    for (long long value : values) sum += value;
    return sum;
}

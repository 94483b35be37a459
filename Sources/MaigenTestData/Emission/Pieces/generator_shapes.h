// Shapes that only some knobs know, by name: the value at a position (from 0) of a run of count values, out of
// least..greatest.
typedef map<string, long long (*)(long long position, long long count, long long least, long long greatest)> Shapes;

// The value that lies numerator / denominator of the way from least to greatest.
long long between(long long least, long long greatest, long long numerator, long long denominator) {
    if (denominator <= 0) return least;
    __int128 span = (__int128)greatest - least;
    return (long long)(least + span / denominator * numerator + span % denominator * numerator / denominator);
}

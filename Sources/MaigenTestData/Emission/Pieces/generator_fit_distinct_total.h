// Lowers different values until their sum is at most total; they stay different, and come out in ascending order.
bool fitDistinctTotal(const ValuesKnob& knob, vector<long long>& values, long long least, __int128 total) {
    __int128 sum = 0;
    for (long long value : values) sum += value;
    sort(values.begin(), values.end());
    if (sum <= total) return true;
    // What each value is above the least one possible at its place.
    for (size_t i = 0; i < values.size(); i++) {
        total -= (__int128)least + i;
        values[i] -= least + i;
    }
    if (!fitTotal(knob, values, vector<long long>(values.size(), 0), total)) return false;
    sort(values.begin(), values.end());
    for (size_t i = 0; i < values.size(); i++) values[i] += least + i;
    return true;
}

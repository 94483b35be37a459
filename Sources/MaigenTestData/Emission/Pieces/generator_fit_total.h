// Lowers values until their sum is at most total, each in proportion to what it is above its least value; where the
// shape asks for the bounds, one value keeps as much as can be.
bool fitTotal(const ValuesKnob& knob, vector<long long>& values, const vector<long long>& least, __int128 total) {
    __int128 base = 0, above = 0;
    for (long long value : least) base += value;
    for (size_t i = 0; i < values.size(); i++) above += values[i] - least[i];
    if (base > total) return reject("a sum within its bound");
    if (base + above <= total) return true;
    __int128 left = total - base;
    size_t kept = values.size();
    if (knob.shape == "edges") {
        kept = max_element(values.begin(), values.end()) - values.begin();
        __int128 part = min<__int128>(values[kept] - least[kept], left);
        above -= values[kept] - least[kept];
        left -= part;
        values[kept] = (long long)(least[kept] + part);
    }
    for (size_t i = 0; i < values.size(); i++) {
        if (i == kept || above == 0) continue;
        long double share = (long double)left / (long double)above;
        __int128 part = min<__int128>((__int128)((values[i] - least[i]) * share), left);
        above -= values[i] - least[i];
        left -= part;
        values[i] = (long long)(least[i] + part);
    }
    return true;
}

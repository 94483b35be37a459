// count different values of least..greatest, in random order; least..greatest must hold as many.
vector<long long> sample(long long count, long long least, long long greatest) {
    vector<long long> values;
    if ((__int128)greatest - least < 2 * (__int128)count) {
        // Many of them: shuffle all and keep the first.
        for (__int128 value = least; value <= greatest; value++) values.push_back((long long)value);
        for (long long i = 0; i < count; i++) swap(values[i], values[uniform(i, (long long)values.size() - 1)]);
        values.resize(count);
        return values;
    }
    unordered_set<long long> seen;
    while ((long long)values.size() < count) {
        long long value = uniform(least, greatest);
        if (seen.insert(value).second) values.push_back(value);
    }
    return values;
}

// Different values in the shape nearest to the knob's: "min" means the least ones, "few" and "equal" mean nothing.
bool fillDistinct(ValuesKnob& knob, vector<long long>& values, long long count, long long least,
                  long long greatest, int attempt) {
    work += count;
    values.clear();
    auto size = [&] { return (__int128)greatest - least + 1; };
    if (size() < count) return reject("enough different values");
    if (count == 0) return true;
    if (knob.isSpecial() && attempt < TRIES / 2) {
        // Where the shape repeats a value, another one stands in.
        if (!knob.fill(values, count, least, greatest, attempt)) return false;
        unordered_set<long long> seen;
        for (long long& value : values)
            while (!seen.insert(value).second) value = uniform(least, greatest);
        return true;
    }
    string shape = attempt < TRIES / 2 ? knob.shape : "random";
    if (knob.hasRange && attempt < TRIES / 2) {
        long long first = least, last = greatest;
        knob.range.narrow(first, last, knob.unit);
        // A range too narrow for so many different values grows.
        while ((__int128)last - first + 1 < count) {
            if (last < greatest) last++;
            if (first > least && (__int128)last - first + 1 < count) first--;
        }
        least = first;
        greatest = last;
    }
    long long window = shape == "low" || shape == "high" ? max(101LL, count) : count;
    if ((shape == "min" || shape == "low") && size() > window) greatest = least + window - 1;
    if ((shape == "max" || shape == "high") && size() > window) least = greatest - window + 1;
    if (shape == "alternating" && size() >= 2 * (__int128)count) {
        vector<long long> low = sample((count + 1) / 2, least, least + count - 1);
        vector<long long> high = sample(count / 2, greatest - count + 1, greatest);
        for (long long i = 0; i < count; i++) values.push_back(i % 2 == 0 ? low[i / 2] : high[i / 2]);
        return true;
    }
    values = sample(count, least, greatest);
    if (shape == "edges") {
        // Both bounds, unless they are among the values already.
        if (find(values.begin(), values.end(), least) == values.end()) {
            auto at = find(values.begin(), values.end(), greatest) == values.begin() ? count - 1 : 0;
            values[at] = least;
        }
        if (count > 1 && find(values.begin(), values.end(), greatest) == values.end()) {
            long long at = values[0] == least ? 1 : 0;
            values[at] = greatest;
        }
        if (count == 1 && rnd.next(2) == 0) values[0] = greatest;
        shuffle(values.begin(), values.end());
    }
    if (shape == "increasing" || shape == "mountain" || shape == "decreasing") sort(values.begin(), values.end());
    if (shape == "decreasing") reverse(values.begin(), values.end());
    if (shape == "mountain") {
        // Every second value climbs, the others come down on the far side.
        vector<long long> up, down;
        for (long long i = 0; i < count; i++) (i % 2 == 0 ? up : down).push_back(values[i]);
        up.insert(up.end(), down.rbegin(), down.rend());
        values = up;
    }
    return true;
}

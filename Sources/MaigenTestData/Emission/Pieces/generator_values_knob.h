// Values of one type in a row: a shape, or shape:range.
struct ValuesKnob : Knob {
    // What 1 in a range stands for: 10^d for numbers with d decimals.
    long long unit;
    string shape = "random";
    bool hasRange = false;
    Range range;

    ValuesKnob(const string& name, long long unit = 1) : Knob(name), unit(unit) {}
    ValuesKnob(const string& name, initializer_list<const Shapes*> more) : Knob(name), unit(1), more(more) {}

    bool set(const string& setting) override {
        size_t colon = setting.find(':');
        shape = setting.substr(0, colon);
        hasRange = colon != string::npos;
        if (hasRange && !range.parse(setting.substr(colon + 1))) return false;
        for (const Shapes* shapes : more)
            if (shapes->count(shape) > 0) special = shapes->at(shape);
        return special || isOneOf(shape, "random equal min max edges low high alternating increasing decreasing mountain few signs mixed lookup");
    }

    // The list that the values of shape "lookup" are looked up in.
    void lookUpIn(const vector<long long>& values) {
        list = &values;
        if (values.empty()) return;
        lowest = *min_element(values.begin(), values.end());
        highest = *max_element(values.begin(), values.end());
    }

    // Begins a run of values.
    void start(long long valueCount) {
        count = valueCount;
        work += count;
        for (long long& point : points) point = rnd.next(POINTS);
        lowEdge = count > 0 ? uniform(0, count - 1) : 0;
        highEdge = count > 1 ? (lowEdge + uniform(1, count - 1)) % count : rnd.next(2) - 1;
        if (highEdge == 0 && count == 1) lowEdge = -1;
    }

    // Draws the value at a position (from 0) of the run out of least..greatest; false where there is none. Later
    // attempts keep near to the shape at first, and then leave it.
    bool draw(long long& value, long long position, long long least, long long greatest, int attempt = 0) {
        if (least > greatest) return reject(name.c_str());
        if (attempt < TRIES / 2 && hasRange) range.narrow(least, greatest, unit);
        if (attempt == 0) {
            value = shaped(position, least, greatest);
        } else if (shape == "random" || attempt >= TRIES / 2) {
            long long away = attempt % 4 < 2 ? 0 : logUniform(least, greatest) - least;
            value = attempt % 4 < 2 ? uniform(least, greatest) : attempt % 4 == 2 ? least + away : greatest - away;
        } else {
            long long radius = 1LL << (attempt / 5);
            value = shaped(position, least, greatest);
            long long from = (__int128)value - radius < least ? least : value - radius;
            long long to = (__int128)value + radius > greatest ? greatest : value + radius;
            value = uniform(from, to);
        }
        return true;
    }

    // Draws a whole run.
    bool fill(vector<long long>& values, long long valueCount, long long least, long long greatest, int attempt) {
        start(valueCount);
        values.resize(valueCount);
        for (long long i = 0; i < valueCount; i++) {
            if (least > greatest) return reject(name.c_str());
            if (attempt < TRIES / 2) {
                long long from = least, to = greatest;
                if (hasRange) range.narrow(from, to, unit);
                values[i] = shaped(i, from, to);
            } else {
                values[i] = uniform(least, greatest);
            }
        }
        return true;
    }

    // Whether the shape is one that not all knobs know.
    bool isSpecial() const { return special != nullptr; }

    // What one of rowsLeft rows may take of a sum's bound: all that is left where the shape wants the most, else twice
    // the average, so that the later rows get their part. Every row takes `needed` at least.
    long long share(long long position, __int128 left, long long rowsLeft, long long needed) const {
        __int128 spare = max<__int128>(0, left - (__int128)rowsLeft * needed);
        bool takesAll = shape == "max" || (shape == "edges" && position == highEdge) || rowsLeft <= 1;
        __int128 most = needed + (takesAll ? spare : min(spare, 2 * spare / rowsLeft + rnd.next(2)));
        return (long long)min<__int128>(most, LLONG_MAX);
    }

private:
    // Places in a range are counted in millionths of millionths.
    static const long long POINTS = 1'000'000'000'000;
    // The shapes that this knob knows beside those of all knobs, and the one of them that is set.
    vector<const Shapes*> more;
    long long (*special)(long long, long long, long long, long long) = nullptr;
    long long count = 0;
    long long points[3] = {0, 0, 0};
    long long lowEdge = 0, highEdge = 0;
    const vector<long long>* list = nullptr;
    long long lowest = 0, highest = 0;

    // One of least..greatest by a random point that is the same for the whole run.
    static long long pick(long long least, long long greatest, long long point) {
        __int128 size = (__int128)greatest - least + 1;
        return (long long)(least + (size / POINTS * point + size % POINTS * point / POINTS));
    }

    // An element of the list, one next to an element, or one that is likely to be missing: zero, below or above all.
    long long lookedUp(long long least, long long greatest) const {
        if (list == nullptr || list->empty()) return uniform(least, greatest);
        int whim = rnd.next(12);
        __int128 value = (*list)[rnd.next((int)list->size())];
        if (whim >= 4) value += rnd.next(2) == 0 ? 1 : -1;
        if (whim == 8) value = 0;
        if (whim == 9) value = rnd.next(2) == 0 ? least : (__int128)lowest - 1;
        if (whim == 10) value = rnd.next(2) == 0 ? greatest : (__int128)highest + 1;
        if (whim == 11 || value < least || value > greatest) value = uniform(least, greatest);
        return (long long)value;
    }

    long long shaped(long long i, long long least, long long greatest) {
        if (special) return special(i, count, least, greatest);
        if (shape == "random") return uniform(least, greatest);
        if (shape == "min") return least;
        if (shape == "max") return greatest;
        if (shape == "equal") return pick(least, greatest, points[0]);
        if (shape == "few") return pick(least, greatest, points[rnd.next(3)]);
        if (shape == "low") return uniform(least, (__int128)greatest - least < 100 ? greatest : least + 100);
        if (shape == "high") return uniform((__int128)greatest - least < 100 ? least : greatest - 100, greatest);
        if (shape == "alternating") return i % 2 == 0 ? least : greatest;
        if (shape == "increasing") return between(least, greatest, i, count - 1);
        if (shape == "decreasing") return between(least, greatest, count - 1 - i, count - 1);
        if (shape == "mountain") return between(least, greatest, min(i, count - 1 - i), (count - 1) / 2);
        if (shape == "lookup") return lookedUp(least, greatest);
        if (shape == "signs" && least < 0 && greatest > 0) return i % 2 == 0 ? uniform(1, greatest) : uniform(least, -1);
        int whim = shape == "mixed" ? rnd.next(3) : 2;
        if (whim < 2) return whim == 0 ? least : greatest;
        if (shape != "edges") return uniform(least, greatest);
        if (i == lowEdge) return least;
        if (i == highEdge) return greatest;
        return uniform(least, greatest);
    }
};

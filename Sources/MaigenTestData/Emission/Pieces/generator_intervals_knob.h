// Pairs l <= r. Without a setting, the knobs of both ends decide where one of them is set.
struct IntervalsKnob : Knob {
    struct Ends {
        long long least, greatest;
    };
    ValuesKnob &left, &right;
    string shape = "random";

    IntervalsKnob(const string& name, ValuesKnob& left, ValuesKnob& right) : Knob(name), left(left), right(right) {}

    bool set(const string& setting) override {
        shape = setting;
        return isOneOf(shape, "random full points nested disjoint touching shared-left shared-right equal short edges mixed");
    }

    // Begins a run of pairs.
    void start(long long pairCount) {
        count = pairCount;
        work += count;
        point = rnd.next(1'000'001);
        for (long long& position : edges) position = count > 0 ? uniform(0, count - 1) : 0;
        // Three different places, where there are three.
        if (count >= 3) {
            edges[1] = (edges[0] + 1) % count;
            edges[2] = (edges[0] + 2) % count;
        }
    }

    // Draws the pair at a position (from 0) with r - l >= gap; false where there is none.
    bool draw(long long& l, long long& r, long long position, Ends forLeft, Ends forRight, int gap, int attempt = 0) {
        forLeft.greatest = min(forLeft.greatest, forRight.greatest - gap);
        forRight.least = max(forRight.least, forLeft.least + gap);
        if (forLeft.least > forLeft.greatest || forRight.least > forRight.greatest) return reject(name.c_str());
        if (!isSet && (left.isSet || right.isSet)) {
            return left.draw(l, position, forLeft.least, forLeft.greatest, attempt) &&
                   right.draw(r, position, max(forRight.least, l + gap), forRight.greatest, attempt);
        }
        shapeEnds(l, r, position, forLeft.least, forRight.greatest, gap, attempt);
        l = min(max(l, forLeft.least), forLeft.greatest);
        r = min(max(r, max(forRight.least, l + gap)), forRight.greatest);
        return true;
    }

private:
    long long count = 0, point = 0;
    long long edges[3] = {0, 0, 0};

    // A pair of least..greatest.
    void shapeEnds(long long& l, long long& r, long long i, long long least, long long greatest, int gap, int attempt) {
        long long size = greatest - least - gap;
        string how = attempt == 0 ? shape : attempt % 3 == 1 ? "random" : attempt % 3 == 2 ? "near" : "far";
        if (how == "edges") how = i == edges[0] ? "full" : i == edges[1] ? "first" : i == edges[2] ? "last" : "random";
        if (how == "mixed") how = vector<string>{"full", "first", "last", "points", "prefix", "suffix", "random", "random"}[rnd.next(8)];
        // Two random ends, sorted.
        long long a = uniform(0, size);
        long long b = uniform(0, size);
        l = least + min(a, b);
        r = least + max(a, b) + gap;
        if (how == "full") l = least, r = greatest;
        if (how == "first") l = least, r = least + gap;
        if (how == "last") l = greatest - gap, r = greatest;
        if (how == "points") r = l + gap;
        if (how == "prefix") l = least;
        if (how == "suffix") r = greatest;
        if (how == "nested") {
            long long step = count > 1 ? (long long)((__int128)(size / 2) * i / (count - 1)) : 0;
            l = least + step;
            r = greatest - step;
        }
        if (how == "disjoint" && count > 0) {
            l = least + (long long)((__int128)(greatest - least + 1) * i / count);
            r = least + (long long)((__int128)(greatest - least + 1) * (i + 1) / count) - 1;
        }
        if (how == "touching" && count > 0) {
            // Each ends where the next begins.
            l = least + (long long)((__int128)(greatest - least) * i / count);
            r = least + (long long)((__int128)(greatest - least) * (i + 1) / count);
        }
        if (how == "equal") l = least + (long long)((__int128)size * point / 3'000'000), r = greatest - (l - least);
        if (how == "shared-left") l = least + (long long)((__int128)size * point / 2'000'000), r = uniform(l + gap, greatest);
        if (how == "shared-right") r = greatest - (long long)((__int128)size * point / 2'000'000), l = uniform(least, r - gap);
        if (how == "short") l = least + a, r = min(greatest, l + max(gap, rnd.next(3)));
        if (how == "near") l = least + a, r = logUniform(l + gap, greatest);
        if (how == "far") r = greatest - (logUniform(l + gap, greatest) - l - gap);
    }
};

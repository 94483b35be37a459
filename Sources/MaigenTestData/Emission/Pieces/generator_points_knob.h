// Points. Without a setting, the knobs of both coordinates decide.
struct PointsKnob : Knob {
    struct Ends {
        long long least, greatest;
    };
    ValuesKnob &abscissa, &ordinate;
    string shape = "random";

    PointsKnob(const string& name, ValuesKnob& x, ValuesKnob& y) : Knob(name), abscissa(x), ordinate(y) {}

    bool set(const string& setting) override {
        shape = setting;
        return isOneOf(shape, "random line vertical circle same corners lattice cluster");
    }

    // Begins a run of points.
    void start(long long pointCount) {
        count = pointCount;
        work += count;
        for (long long& value : chosen) value = uniform(0, 1LL << 40);
    }

    // Draws the point at a position (from 0); false where there is none.
    bool draw(long long& x, long long& y, long long position, Ends forX, Ends forY, int attempt = 0) {
        if (shape == "random" || attempt >= TRIES / 2)
            return abscissa.draw(x, position, forX.least, forX.greatest, attempt) &&
                   ordinate.draw(y, position, forY.least, forY.greatest, attempt);
        if (forX.least > forX.greatest || forY.least > forY.greatest) return reject(name.c_str());
        // Where a point was taken already, one near to it is tried.
        long long i = attempt == 0 ? position : uniform(0, max(0LL, count - 1));
        long long away = attempt < 2 ? 0 : 1LL << (attempt / 8);
        shapePoint(x, y, i, forX, forY);
        x = min(max(x + uniform(-away, away), forX.least), forX.greatest);
        y = min(max(y + uniform(-away, away), forY.least), forY.greatest);
        return true;
    }

private:
    long long count = 0;
    long long chosen[6] = {0, 0, 0, 0, 0, 0};

    void shapePoint(long long& x, long long& y, long long i, Ends forX, Ends forY) {
        x = uniform(forX.least, forX.greatest);
        y = uniform(forY.least, forY.greatest);
        long long width = forX.greatest - forX.least, height = forY.greatest - forY.least;
        if (shape == "line") {
            // A common step of few units, as long as the points fit.
            long long longest = min(width, height) / max(1LL, count);
            long long dx = longest < 1 ? 1 : 1 + chosen[0] % longest, dy = longest < 1 ? 1 : 1 + chosen[1] % longest;
            x = forX.least + (longest < 1 ? i % (width + 1) : i * dx);
            y = forY.least + (longest < 1 ? i % (height + 1) : i * dy);
            if (chosen[2] % 2 == 0) y = forY.greatest - (y - forY.least);
        }
        if (shape == "vertical") x = forX.least + chosen[0] % (width + 1);
        if (shape == "circle") {
            long double angle = 2 * acosl(-1) * i / max(1LL, count), radius = min(width, height) / 2;
            x = forX.least + (long long)llroundl(radius + radius * cosl(angle));
            y = forY.least + (long long)llroundl(radius + radius * sinl(angle));
        }
        if (shape == "same") {
            int which = rnd.next(3);
            x = forX.least + chosen[2 * which] % (width + 1);
            y = forY.least + chosen[2 * which + 1] % (height + 1);
        }
        if (shape == "corners") {
            x = rnd.next(2) == 0 ? forX.least : forX.greatest;
            y = rnd.next(2) == 0 ? forY.least : forY.greatest;
        }
        if (shape == "lattice") {
            long long side = max(1LL, (long long)ceill(sqrtl(count)));
            x = forX.least + (long long)((__int128)width * (i % side) / side);
            y = forY.least + (long long)((__int128)height * (i / side) / side);
        }
        if (shape == "cluster") {
            // Close together in the middle.
            long long reach = max(1LL, (long long)sqrtl(count));
            x = forX.least + width / 2 + uniform(-reach, reach);
            y = forY.least + height / 2 + uniform(-reach, reach);
        }
    }
};

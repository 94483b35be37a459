// A table of characters.
struct GridKnob : Knob {
    // Characters that stand there exactly or at least so often.
    struct Marker {
        char character;
        long long count;
        bool isExact;
    };
    string shape = "random";

    GridKnob(const string& name) : Knob(name) {}

    bool set(const string& setting) override {
        shape = setting;
        return isOneOf(shape, "random uniform sparse checker stripes snake");
    }

    bool draw(vector<string>& grid, long long rows, long long columns, const string& alphabet,
              const vector<Marker>& markers, int attempt = 0) const {
        work += rows * columns;
        string how = attempt < TRIES / 2 ? shape : "random";
        // What fills the cells beside the markers.
        string fill;
        for (char c : alphabet)
            if (none_of(markers.begin(), markers.end(), [&](Marker m) { return m.isExact && m.character == c; })) fill += c;
        long long needed = 0, exact = 0;
        for (const Marker& marker : markers) {
            needed += marker.count;
            exact += marker.isExact ? marker.count : 0;
        }
        if (needed > rows * columns || (fill.empty() && exact < rows * columns)) return reject("cells for all markers");
        if (fill.empty()) fill = alphabet;
        int size = fill.size();
        int first = rnd.next(size);
        int second = size == 1 ? first : (first + rnd.next(1, size - 1)) % size;
        char one = fill[first], other = fill[second];
        // Where the characters look like floor and wall, the long way is on the floor.
        if (how == "snake" && fill.find('.') != string::npos && fill.find('#') != string::npos) one = '.', other = '#';
        // Digits look like costs: the long way is cheap, and its walls are dear.
        if (how == "snake" && size > 2 && fill.find_first_not_of("0123456789") == string::npos) one = fill[0], other = fill[size - 1];
        grid.assign(rows, string(columns, one));
        for (long long i = 0; i < rows; i++)
            for (long long j = 0; j < columns; j++) {
                char& cell = grid[i][j];
                if (how == "random" || (how == "sparse" && rnd.next(10) == 0)) cell = fill[rnd.next(size)];
                if (how == "checker") cell = (i + j) % 2 == 0 ? one : other;
                if (how == "stripes") cell = i % 2 == 0 ? one : other;
                // Walls in every second row, open at the right end and the left end in turn.
                if (how == "snake" && i % 2 == 1 && j != (i % 4 == 1 ? columns - 1 : 0)) cell = other;
            }
        vector<long long> wishes;
        if (how == "snake" && rows * columns > 1) {
            long long last = (rows - 1) / 2 * 2;
            wishes = {last * columns + (last % 4 == 0 ? columns - 1 : 0), 0};
        }
        place(grid, columns, markers, wishes);
        return true;
    }

private:
    // Puts the markers into random cells, each into its own; the first ones into the wished cells.
    static void place(vector<string>& grid, long long columns, const vector<Marker>& markers,
                      const vector<long long>& wishes) {
        unordered_set<long long> taken;
        long long cells = grid.size() * columns;
        auto put = [&](char c) {
            long long cell = taken.size() < wishes.size() ? wishes[taken.size()] : uniform(0, cells - 1);
            // Where most cells are taken, the next free one.
            for (int i = 0; i < 50 && taken.count(cell); i++) cell = uniform(0, cells - 1);
            while (taken.count(cell)) cell = (cell + 1) % cells;
            taken.insert(cell);
            grid[cell / columns][cell % columns] = c;
        };
        for (const Marker& marker : markers)
            for (long long i = 0; i < marker.count; i++) put(marker.character);
    }
};

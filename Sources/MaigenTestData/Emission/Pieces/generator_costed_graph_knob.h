// A graph whose edges have costs. Shapes of its own lead shortest-path programs into long searches from the first vertex.
struct CostedGraphKnob : GraphKnob {
    CostedGraphKnob(const string& name) : GraphKnob(name) {}

    bool knows(const string& shape) const override {
        return isOneOf(shape, "slow-queue slow-line slow-grid stale-heap") || GraphKnob::knows(shape);
    }

    // Whether the shape says what edges cost.
    bool hasCosts() const { return isCosted; }

    // What the edge at a position costs: a multiple of the least cost, so that sums keep their order. Costs that would be
    // too great shrink in proportion.
    long long cost(long long position, long long least, long long greatest) const {
        __int128 wish = costs[position], unit = max(1LL, least);
        if (wish == FAR) return greatest;
        __int128 cost = greatestWish * unit <= greatest ? wish * unit : wish * greatest / greatestWish;
        return (long long)max<__int128>(least, cost);
    }

protected:
    void buildCosted() override {
        isCosted = !GraphKnob::knows(how);
        if (!isCosted) return;
        // Edges beyond those that join all vertices, where these must be joined.
        long long spare = rules.isConnected ? m - (n - 1) : m;
        vector<bool> isReached(n, false);
        if (how == "slow-queue") buildSlowQueue(spare);
        if (how == "slow-line") buildSlowLine(0, n, spare / 2);
        if (how == "slow-grid") buildSlowGrid(min(n, spare / 2));
        if (how == "stale-heap") buildStaleHeap(min((n - 3) / 2, spare / 4));
        greatestWish = 0;
        for (size_t i = 0; i < built.size(); i++) {
            isReached[built[i].first] = isReached[built[i].second] = true;
            if (costs[i] != FAR) greatestWish = max(greatestWish, costs[i]);
        }
        for (int v = 1; v < n && rules.isConnected; v++)
            if (!isReached[v]) add(0, v, FAR);
    }

private:
    long long greatestWish = 0;

    // Against queues (Bellman-Ford with a queue, SPFA), also where cheap vertices go to the front (SLF) or dear ones wait
    // (LLL): a feeder leads to a hub on ways that get cheaper and cheaper, and each time all leaves of the hub change;
    // behind a leaf lies a slow line; edges of the greatest cost at the same leaf spoil averages. After the construction of
    // Library Checker's shortest-path tests.
    void buildSlowQueue(long long spare) {
        long long line = min(n / 5, spare / 8), distant = min(1000LL, min(n, spare) / 20);
        long long rest = n - line - distant - 1;
        long long feeders = min(rest, spare - 2 * line - distant) / 8, leaves = min(rest - 3 * feeders, m - 4 * feeders - 2 * line - distant - 1);
        if (feeders < 1 || leaves < 1) return;
        long long hub = 3 * feeders, firstLeaf = hub + 1, firstDistant = firstLeaf + leaves, start = firstDistant + distant;
        for (long long i = 0; i < feeders; i++) {
            if (i + 1 < feeders) {
                add(3 * i, 3 * i + 1, 1);
                add(3 * i + 1, 3 * i + 3, 2);
            }
            add(3 * i, 3 * i + 2, 2);
            add(3 * i, hub, 4 * (feeders - i));
        }
        for (long long i = 0; i < leaves; i++) add(hub, firstLeaf + i, 1);
        for (long long i = 0; i < distant; i++) add(firstLeaf, firstDistant + i, FAR);
        if (line < 1) return;
        add(firstLeaf, start, 1);
        buildSlowLine(start, line, line);
    }

    // Short edges along a line, and others that skip one or two vertices for about the same cost.
    void buildSlowLine(long long start, long long length, long long skips) {
        for (long long i = 0; i + 1 < length; i++) add(start + i, start + i + 1, 1);
        for (long long i = 0; i < skips && length > 3; i++) {
            long long from = uniform(0, length - 4), width = rnd.next(2, 3);
            add(start + from, start + from + width, width + rnd.next(-1, 1));
        }
    }

    // Against queues, also where edges have no direction: a long grid of little width, cheap along it and dear across.
    void buildSlowGrid(long long vertices) {
        const int WIDTH = 30;
        for (long long v = 0; v < vertices; v++) {
            if (v + WIDTH < vertices) add(v, v + WIDTH, 1);
            if (v % WIDTH != WIDTH - 1 && v + 1 < vertices) {
                if (rules.isDirected && !rules.isAcyclic && rnd.next(2) == 0) add(v + 1, v, uniform(1, 100 * vertices));
                else add(v, v + 1, uniform(1, 100 * vertices));
            }
        }
    }

    // Against heaps whose old entries are not skipped: the hub is reached ever cheaper, and each old entry that comes up looks
    // at all its edges again.
    void buildStaleHeap(long long spokes) {
        if (spokes < 1) return;
        long long hub = spokes + 1, last = 2 * spokes + 2;
        for (long long i = 0; i < spokes; i++) {
            add(0, i + 1, i + 1);
            add(i + 1, hub, 2 * (spokes - i));
            add(hub, hub + 1 + i, 2 * i + 1);
            add(hub + 1 + i, last, spokes - i);
        }
    }
};

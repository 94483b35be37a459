// Wrong: the number of segments is kept in 32 bits.
#include <algorithm>
#include <cstdio>
#include <vector>

// For the current right end r, a segment tree over l with the least value of max - min + l and how often it occurs.
struct Node {
    int least, count, add;
};

std::vector<Node> nodes;

void pull(int x) {
    const Node &a = nodes[2 * x], &b = nodes[2 * x + 1];
    nodes[x].least = std::min(a.least, b.least) + nodes[x].add;
    nodes[x].count = (a.least <= b.least ? a.count : 0) + (b.least <= a.least ? b.count : 0);
}

void build(int x, int from, int to) {
    nodes[x] = {from, 1, 0};
    if (from == to) return;
    int middle = (from + to) / 2;
    build(2 * x, from, middle);
    build(2 * x + 1, middle + 1, to);
    pull(x);
}

void add(int x, int from, int to, int l, int r, int value) {
    if (r < from || to < l) return;
    if (l <= from && to <= r) {
        nodes[x].least += value;
        nodes[x].add += value;
        return;
    }
    int middle = (from + to) / 2;
    add(2 * x, from, middle, l, r, value);
    add(2 * x + 1, middle + 1, to, l, r, value);
    pull(x);
}

// How many l from 1 to r have max - min + l = r; the least possible value is r, and l = r always has it.
int good(int x, int from, int to, int r, int above) {
    if (from > r || nodes[x].least + above > r) return 0;
    if (to <= r) return nodes[x].count;
    int middle = (from + to) / 2;
    above += nodes[x].add;
    return good(2 * x, from, middle, r, above) + good(2 * x + 1, middle + 1, to, r, above);
}

int main() {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    std::vector<int> p(n + 1), higher = {0}, lower = {0};
    nodes.resize(4 * n);
    build(1, 1, n);
    int total = 0;
    for (int r = 1; r <= n; r++) {
        if (scanf("%d", &p[r]) != 1) return 1;
        while (higher.size() > 1 && p[higher.back()] < p[r]) {
            int end = higher.back();
            higher.pop_back();
            add(1, 1, n, higher.back() + 1, end, p[r] - p[end]);
        }
        higher.push_back(r);
        while (lower.size() > 1 && p[lower.back()] > p[r]) {
            int end = lower.back();
            lower.pop_back();
            add(1, 1, n, lower.back() + 1, end, p[end] - p[r]);
        }
        lower.push_back(r);
        total += good(1, 1, n, r, 0);
    }
    printf("%d\n", total);
    return 0;
}

// Wrong: adds the sizes again when both people are in the same group already.
#include <cstdio>
#include <numeric>
#include <utility>
#include <vector>

std::vector<int> parent;

int root(int x) {
    while (parent[x] != x) x = parent[x] = parent[parent[x]];
    return x;
}

int main() {
    int n, m;
    if (scanf("%d %d", &n, &m) != 2) return 1;
    // Who leaves gets a new vertex; the old one stays in the group, without a person.
    parent.resize(n + m + 1);
    std::iota(parent.begin(), parent.end(), 0);
    std::vector<int> size(n + m + 1, 1), vertex(n + 1);
    std::iota(vertex.begin(), vertex.end(), 0);
    int fresh = n;
    while (m--) {
        char word[8];
        int x, y;
        if (scanf("%7s %d", word, &x) != 2) return 1;
        int a = root(vertex[x]);
        if (word[0] == 'M') {
            if (scanf("%d", &y) != 1) return 1;
            int b = root(vertex[y]);
            if (size[a] < size[b]) std::swap(a, b);
            parent[b] = a;
            size[a] += size[b];
        } else if (word[0] == 'L') {
            size[a]--;
            vertex[x] = ++fresh;
        } else {
            printf("%d\n", size[a]);
        }
    }
    return 0;
}

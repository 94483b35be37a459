// Crashes: recurses as deep as the tree, with a large frame, and overflows an 8 MB stack on a long chain.
#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

std::vector<std::vector<int>> below;
std::vector<int> w, heavy;
std::vector<long long> sum;

int measure(int v, const std::string &path) {
    char name[64];
    snprintf(name, sizeof name, "%d of %zu", v, path.size());
    std::string here = name;
    int size = 1;
    for (int c : below[v]) size += measure(c, here);
    heavy[v] = size;
    return size;
}

void move(int v, int n, const std::string &path) {
    char name[64];
    snprintf(name, sizeof name, "%d of %zu", v, path.size());
    std::string here = name;
    for (int c : below[v]) {
        sum[c] = sum[v] + 1LL * (n - 2 * heavy[c]) * w[c];
        move(c, n, here);
    }
}

int main() {
    int n, root = 1;
    if (scanf("%d", &n) != 1) return 1;
    below.resize(n + 1);
    w.resize(n + 1);
    heavy.resize(n + 1);
    sum.resize(n + 1);
    for (int i = 1; i <= n; i++) {
        int p;
        if (scanf("%d %d", &p, &w[i]) != 2) return 1;
        if (p == 0) root = i;
        else below[p].push_back(i);
    }
    measure(root, "");
    for (int v = 1; v <= n; v++) {
        if (v != root) sum[root] += 1LL * heavy[v] * w[v];
    }
    move(root, n, "");
    int best = int(std::min_element(sum.begin() + 1, sum.end()) - sum.begin());
    printf("%lld %d\n", sum[best], best);
    return 0;
}

// Wrong: DEL counts a box out even if there is none of its weight.
#include <algorithm>
#include <cstdio>
#include <vector>

int main() {
    int m;
    if (scanf("%d", &m) != 1) return 1;
    std::vector<char> type(m);
    std::vector<int> value(m), weights;
    for (int i = 0; i < m; i++) {
        char word[8];
        if (scanf("%7s %d", word, &value[i]) != 2) return 1;
        type[i] = word[0];
        if (type[i] != 'Q') weights.push_back(value[i]);
    }
    std::sort(weights.begin(), weights.end());
    int n = int(weights.size()), total = 0;
    std::vector<int> tree(n + 1);
    for (int i = 0; i < m; i++) {
        if (type[i] == 'Q') {
            int k = value[i], x = 0;
            if (k > total) {
                puts("NONE");
                continue;
            }
            for (int step = 1 << 17; step > 0; step /= 2) {
                if (x + step <= n && tree[x + step] < k) k -= tree[x += step];
            }
            printf("%d\n", x < n ? weights[x] : 0);
            continue;
        }
        int v = type[i] == 'A' ? 1 : -1;
        int x = int(std::lower_bound(weights.begin(), weights.end(), value[i]) - weights.begin()) + 1;
        total += v;
        for (; x <= n; x += x & -x) tree[x] += v;
    }
    return 0;
}

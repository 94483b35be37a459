// Wrong: DEL throws out all boxes of the weight, not only one.
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
    std::vector<int> tree(n + 1), boxes(n + 1);
    auto add = [&](int x, int v) {
        boxes[x] += v;
        total += v;
        for (; x <= n; x += x & -x) tree[x] += v;
    };
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
            printf("%d\n", weights[x]);
            continue;
        }
        int x = int(std::lower_bound(weights.begin(), weights.end(), value[i]) - weights.begin()) + 1;
        add(x, type[i] == 'A' ? 1 : -boxes[x]);
    }
    return 0;
}

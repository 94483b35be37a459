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
        if (type[i] == 'A') weights.push_back(value[i]);
    }
    std::sort(weights.begin(), weights.end());
    weights.erase(std::unique(weights.begin(), weights.end()), weights.end());
    int n = int(weights.size()), top = 1, total = 0;
    while (2 * top <= n) top *= 2;
    std::vector<int> tree(n + 1), boxes(n + 1);
    auto add = [&](int x, int v) {
        boxes[x] += v;
        total += v;
        for (; x <= n; x += x & -x) tree[x] += v;
    };
    for (int i = 0; i < m; i++) {
        if (type[i] == 'Q') {
            int k = value[i];
            if (k > total) {
                puts("NONE");
                continue;
            }
            int x = 0;
            for (int step = top; step > 0; step /= 2) {
                if (x + step <= n && tree[x + step] < k) {
                    x += step;
                    k -= tree[x];
                }
            }
            printf("%d\n", weights[x]);
            continue;
        }
        auto place = std::lower_bound(weights.begin(), weights.end(), value[i]);
        if (place == weights.end() || *place != value[i]) continue;
        int x = int(place - weights.begin()) + 1;
        if (type[i] == 'A') add(x, 1);
        else if (boxes[x] > 0) add(x, -1);
    }
    return 0;
}

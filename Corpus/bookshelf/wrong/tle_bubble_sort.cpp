// Slow: performs the moves one by one, O(n^2).
#include <cstdio>
#include <utility>
#include <vector>

int main() {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    std::vector<int> p(n);
    for (int &v : p) {
        if (scanf("%d", &v) != 1) return 1;
    }
    long long moves = 0;
    for (int i = 1; i < n; i++) {
        for (int j = i; j > 0 && p[j - 1] > p[j]; j--) {
            std::swap(p[j - 1], p[j]);
            moves++;
        }
    }
    printf("%lld\n", moves);
    return 0;
}

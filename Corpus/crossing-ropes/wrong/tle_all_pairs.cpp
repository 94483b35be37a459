// Slow: compares every pair of ropes, O(n^2).
#include <cstdio>
#include <vector>

int main() {
    int t;
    if (scanf("%d", &t) != 1) return 1;
    while (t--) {
        int n;
        if (scanf("%d", &n) != 1) return 1;
        std::vector<int> l(n), r(n);
        long long answer = 0;
        for (int i = 0; i < n; i++) {
            if (scanf("%d %d", &l[i], &r[i]) != 2) return 1;
            for (int j = 0; j < i; j++) {
                bool first = l[i] < l[j] && l[j] < r[i] && r[i] < r[j];
                bool second = l[j] < l[i] && l[i] < r[j] && r[j] < r[i];
                if (first || second) answer++;
            }
        }
        printf("%lld\n", answer);
    }
    return 0;
}

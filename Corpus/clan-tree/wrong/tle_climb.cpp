// Slow: adds the merit of each person to all the ancestors one by one, O(n^2) in deep families.
#include <cstdio>
#include <vector>

int main() {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    std::vector<int> father(n + 1);
    for (int i = 2; i <= n; i++) {
        if (scanf("%d", &father[i]) != 1) return 1;
    }
    std::vector<long long> merit(n + 1);
    for (int i = 1; i <= n; i++) {
        int a;
        if (scanf("%d", &a) != 1) return 1;
        for (int x = i; x != 0; x = father[x]) merit[x] += a;
    }
    int best = 1;
    for (int i = 2; i <= n; i++) {
        if (merit[i] > merit[best]) best = i;
    }
    printf("%d %lld\n", best, merit[best]);
    return 0;
}

// Wrong: believes that a father always has a smaller number than his sons.
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
        if (scanf("%lld", &merit[i]) != 1) return 1;
    }
    for (int i = n; i > 1; i--) merit[father[i]] += merit[i];
    int best = 1;
    for (int i = 2; i <= n; i++) {
        if (merit[i] > merit[best]) best = i;
    }
    printf("%d %lld\n", best, merit[best]);
    return 0;
}

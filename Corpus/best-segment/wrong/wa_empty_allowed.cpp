// Wrong: allows the empty segment, so it prints 0 when every a_i is negative.
#include <algorithm>
#include <cstdio>

int main() {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    long long best = 0, ending = 0;
    for (int i = 0; i < n; i++) {
        long long a;
        if (scanf("%lld", &a) != 1) return 1;
        ending = std::max(0LL, ending + a);
        best = std::max(best, ending);
    }
    printf("%lld\n", best);
    return 0;
}

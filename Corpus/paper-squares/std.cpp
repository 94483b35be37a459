#include <cstdio>
#include <numeric>

int main() {
    long long w, h;
    while (scanf("%lld %lld", &w, &h) == 2 && (w != 0 || h != 0)) {
        long long side = std::gcd(w, h);
        printf("%lld\n", (w / side) * (h / side));
    }
    return 0;
}

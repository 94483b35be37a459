#include <algorithm>
#include <climits>
#include <cstdio>

int main() {
    long long n;
    int k;
    while (scanf("%lld %d", &n, &k) == 2) {
        long long zeros = LLONG_MAX;
        auto use = [&](int prime, int power) {
            long long exponent = 0;
            for (long long left = n / prime; left > 0; left /= prime) exponent += left;
            zeros = std::min(zeros, exponent / power);
        };
        for (int prime = 2; prime * prime <= k; prime++) {
            int power = 0;
            while (k % prime == 0) {
                k /= prime;
                power++;
            }
            if (power > 0) use(prime, power);
        }
        if (k > 1) use(k, 1);
        printf("%lld\n", zeros);
    }
    return 0;
}

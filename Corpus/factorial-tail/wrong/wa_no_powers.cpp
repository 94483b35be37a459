// Wrong: forgets that a prime can divide k several times.
#include <algorithm>
#include <climits>
#include <cstdio>

int main() {
    long long n;
    int k;
    while (scanf("%lld %d", &n, &k) == 2) {
        long long zeros = LLONG_MAX;
        auto use = [&](int prime) {
            long long exponent = 0;
            for (long long left = n / prime; left > 0; left /= prime) exponent += left;
            zeros = std::min(zeros, exponent);
        };
        for (int prime = 2; prime * prime <= k; prime++) {
            if (k % prime == 0) use(prime);
            while (k % prime == 0) k /= prime;
        }
        if (k > 1) use(k);
        printf("%lld\n", zeros);
    }
    return 0;
}

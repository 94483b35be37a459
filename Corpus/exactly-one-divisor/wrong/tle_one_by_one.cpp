// Slow: tries all numbers from L to R, up to 10^18 of them.
#include <iostream>

int main() {
    long long a, b, l, r;
    std::cin >> a >> b >> l >> r;
    long long answer = 0;
    for (long long x = l; x <= r; x++) {
        if ((x % a == 0) != (x % b == 0)) answer++;
    }
    std::cout << answer << '\n';
    return 0;
}

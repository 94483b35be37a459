#include <iostream>
#include <numeric>

int main() {
    long long a, b, l, r;
    std::cin >> a >> b >> l >> r;
    long long both = a / std::gcd(a, b) * b;
    auto count = [&](long long n) { return n / a + n / b - 2 * (n / both); };
    std::cout << count(r) - count(l - 1) << '\n';
    return 0;
}

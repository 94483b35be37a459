// Wrong: leaves out L itself, unless it is a multiple of A.
#include <iostream>
#include <numeric>

int main() {
    long long a, b, l, r;
    std::cin >> a >> b >> l >> r;
    long long both = a / std::gcd(a, b) * b;
    auto count = [&](long long n) { return n / a + n / b - 2 * (n / both); };
    std::cout << count(r) - count(l) + (l % a == 0 && l % b != 0) << '\n';
    return 0;
}

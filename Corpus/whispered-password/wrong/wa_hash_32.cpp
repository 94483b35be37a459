// Wrong: with a modulus near 10^9 some of 2 * 10^5 different windows are likely to collide.
#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    const long long base = 911, modulus = 1000000007;
    int n, k;
    std::string s;
    std::cin >> n >> k >> s;
    long long top = 1, hash = 0;
    for (int i = 0; i < k; i++) top = top * base % modulus;
    std::vector<long long> hashes;
    for (int i = 0; i < n; i++) {
        hash = (hash * base + s[i]) % modulus;
        if (i >= k) hash = ((hash - top * s[i - k]) % modulus + modulus) % modulus;
        if (i >= k - 1) hashes.push_back(hash);
    }
    std::sort(hashes.begin(), hashes.end());
    std::cout << std::unique(hashes.begin(), hashes.end()) - hashes.begin() << '\n';
    return 0;
}

// a / b rounded towards negative infinity.
template <class T>
T floorDiv(T a, T b) {
    if (b == 0) throw std::domain_error("division by zero");
    T quotient = a / b;
    return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient;
}

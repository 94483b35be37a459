// |value|.
template <class T>
T absolute(T value) {
    return value < 0 ? -value : value;
}

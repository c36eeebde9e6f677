extension GlyphSource {
  /// Pairs: the first letters, the second letters, and what is added between them.
  static let kerning = """
    A VWY -55
    A T -60
    A vwy -22
    A ’' -50
    VWY A -55
    T A -60
    T aceogqdsmnpruvwxyz -55
    T .,…-–− -75
    V aceogqds -28
    V .,… -75
    W aceogqds -18
    W .,… -55
    Y aceogqdsu -48
    Y mnprvwxyz -30
    Y .,…-–− -70
    P A -50
    P .,… -95
    P aceogqd -12
    F A -40
    F .,… -80
    F aeo -12
    L TVWY -55
    L ’' -60
    L vwy -28
    K CGOQ -15
    K vwyceo -18
    R TVWY -12
    r .,… -55
    r aceogqd -20
    v .,… -45
    w .,… -38
    y .,… -45
    f .,… -25
    f ) 30
    ( j 30
    7 .,… -60
    Γ .,… -80
    """
}

package meshadvisor.checkout;

import java.io.IOException;

/** A repository does not hold what its format promises; nobody outside this package sees it. */
final class BrokenRepository extends IOException {

    private static final long serialVersionUID = 1;

    BrokenRepository(String what) {
        super(what);
    }
}

package pujiang.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Keys that everybody knows: SM2 from GB/T 32918.5 annex A, Ed25519 from RFC 8032 section 7.1. */
final class Keys {

    /** The standard's d_A. */
    static final String SM2 = "3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8";
    /** The standard's P_A, uncompressed. */
    static final String SM2_POINT = "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
            + "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13";
    /** Test 2. */
    static final String ED25519 = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb";

    static final String ED25519_PUBLIC = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";

    private Keys() {}

    static SigningKeys known() {
        return of(SM2, ED25519);
    }

    static SigningKeys other() {
        return of("01", "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    }

    static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }

    private static SigningKeys of(String sm2, String ed25519) {
        try {
            var file = Files.createTempFile("keys", ".test");
            try {
                Files.writeString(file, "sm2 = %s%ned25519 = %s%n".formatted(sm2, base64(ed25519)));
                return SigningKeys.at(file, new SecureRandom());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file in a folder of its own. */
    static Path in(Path folder) {
        return folder.resolve("signing-keys");
    }
}

package pujiang.app.delivery;

import java.io.IOException;
import pujiang.app.delivery.DeliveryRefusal.NoSpace;
import pujiang.refusal.Refused;

/**
 * The disk space that uploads share, without a reserve. Space promised to one upload is not given to another. An upload
 * of unknown size is promised a little at a time.
 */
final class DiskSpace {

    /** Between two looks at the disk. */
    private static final long STEP = 1024 * 1024;

    private final Disk disk;
    private final long reserve;

    /** Space promised to uploads and not written yet. */
    private long promised;

    /** Free bytes. */
    @FunctionalInterface
    interface Disk {
        long free() throws IOException;
    }

    DiskSpace(Disk disk, long reserve) {
        this.disk = disk;
        this.reserve = reserve;
    }

    /**
     * @param announced number of bytes to come, -1 if unknown
     * @throws Refused if the disk has too few bytes in addition to the reserve
     */
    Place place(long announced) throws IOException {
        var place = new Place();
        place.promise(Math.max(0, announced));
        return place;
    }

    private synchronized void grant(long bytes) throws IOException {
        if (disk.free() - promised - bytes < reserve) throw new Refused(new NoSpace(bytes));
        promised += bytes;
    }

    private synchronized void given(long bytes) {
        promised -= bytes;
    }

    /** One upload's. */
    final class Place implements AutoCloseable {

        private long left;
        private long unseen;

        private void promise(long bytes) throws IOException {
            grant(bytes);
            left += bytes;
        }

        /**
         * Call before so many bytes are written.
         *
         * @throws Refused if the reserve would be used, by this upload or by any other use of the disk
         */
        void before(int bytes) throws IOException {
            if (bytes > left) promise(Math.max(bytes, STEP));
            unseen += bytes;
            if (unseen < STEP) return;
            unseen = 0;
            if (disk.free() < reserve) throw new Refused(new NoSpace(left));
        }

        /** So many bytes have been written. */
        void after(int bytes) {
            left -= bytes;
            given(bytes);
        }

        @Override
        public void close() {
            given(left);
            left = 0;
        }
    }
}

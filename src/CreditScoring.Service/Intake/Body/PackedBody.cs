using System.Buffers.Binary;

namespace CreditScoring.Service.Intake.Body;

/// <summary>
/// Whether a body packed with gzip is whole: unpacking ends without a word where a stream is cut off,
/// so that the length at its end is compared with what came out.
/// </summary>
public static class PackedBody
{
    /// <summary>Remembers the end of a packed body as it is read; before it is unpacked.</summary>
    public static Task Watch(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Headers.ContentEncoding.Count > 1
            || context.Request.Headers.ContentEncoding.ToString().Contains(','))
        {
            throw new BadHttpRequestException(
                "packed more than once", StatusCodes.Status415UnsupportedMediaType);
        }

        if (IsGzip(context.Request))
        {
            var packed = new Tail(context.Request.Body);
            context.Request.Body = packed;
            context.Items[typeof(Tail)] = packed;
        }

        return next(context);
    }

    /// <summary>After all of it was read.</summary>
    /// <param name="octets">How many came out.</param>
    public static bool IsWhole(HttpContext context, long octets) =>
        context.Items[typeof(Tail)] is not Tail packed || packed.Says((uint)octets);

    private static bool IsGzip(HttpRequest request) => request.Headers.ContentEncoding is [{ } only]
        && (only.Equals("gzip", StringComparison.OrdinalIgnoreCase)
            || only.Equals("x-gzip", StringComparison.OrdinalIgnoreCase));

    /// <summary>Passes on what it reads, and keeps its last four octets.</summary>
    private sealed class Tail(Stream inner) : Stream
    {
        private readonly byte[] end = new byte[sizeof(uint)];

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public bool Says(uint length) => BinaryPrimitives.ReadUInt32LittleEndian(end) == length;

        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await inner.ReadAsync(buffer, cancellationToken);
            Keep(buffer.Span[..read]);
            return read;
        }

        public override Task<int> ReadAsync(
            byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private void Keep(ReadOnlySpan<byte> read)
        {
            var fresh = Math.Min(read.Length, end.Length);
            end.AsSpan(fresh).CopyTo(end);
            read[^fresh..].CopyTo(end.AsSpan(end.Length - fresh));
        }
    }
}

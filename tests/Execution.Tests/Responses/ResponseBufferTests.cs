using System.Text;
using OwnedData.Execution.Responses;

namespace OwnedData.Execution.Tests.Responses;

public sealed class ResponseBufferTests
{
    [Fact]
    public void What_is_written_is_kept_while_the_buffer_grows()
    {
        using var buffer = new ResponseBuffer(1 << 20);
        var expected = new StringBuilder();
        for (var i = 0; i < 2000; i++)
        {
            buffer.Write(Encoding.UTF8.GetBytes($"{i},"));
            buffer.WriteByte((byte)';');
            i.TryFormat(buffer.GetSpan(11), out var written);
            buffer.Advance(written);
            expected.Append($"{i},;{i}");
        }

        Assert.Equal(expected.ToString(), Encoding.UTF8.GetString(buffer.WrittenMemory.Span));
    }

    [Fact]
    public void Truncating_rewinds_and_never_forwards()
    {
        using var buffer = new ResponseBuffer(100);
        buffer.Write("abcdef"u8);

        buffer.Truncate(2);
        buffer.Write("xy"u8);

        Assert.Equal("abxy", Encoding.UTF8.GetString(buffer.WrittenSpan));
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Truncate(5));
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Truncate(-1));
    }

    [Fact]
    public void A_response_may_be_as_large_as_the_maximum_and_not_a_byte_larger()
    {
        using var buffer = new ResponseBuffer(10_000);
        buffer.Write(new byte[9_998]);
        buffer.WriteByte(1);
        buffer.GetSpan(100);
        buffer.Advance(1);

        Assert.Throws<ResponseTooLargeException>(() => buffer.WriteByte(1));
        Assert.Throws<ResponseTooLargeException>(() => buffer.Write([1]));
        Assert.Throws<ResponseTooLargeException>(() => buffer.Advance(1));
        Assert.Equal(10_000, buffer.Length);
    }

    [Fact]
    public void The_error_of_a_response_that_is_too_large_says_how_large_it_may_be()
    {
        var error = new ResponseTooLargeException(10_000).ToError();

        Assert.Equal(("OD0401", "The response would be larger than 10000 bytes. Ask for fewer items or fewer fields."), (error.Code.Code, error.Message));
    }

    [Fact]
    public void More_is_never_taken_than_was_given()
    {
        using var buffer = new ResponseBuffer(1 << 20);
        var room = buffer.GetMemory(5).Length;

        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Advance(room + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Advance(-1));
    }

    [Fact]
    public void A_disposed_buffer_takes_nothing()
    {
        var buffer = new ResponseBuffer(100);
        buffer.Dispose();
        buffer.Dispose();

        Assert.Throws<ObjectDisposedException>(() => buffer.WriteByte(1));
    }
}

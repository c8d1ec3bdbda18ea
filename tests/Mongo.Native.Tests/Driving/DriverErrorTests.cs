using OwnedData.Mongo.Native.Driving;
using OwnedData.Mongo.Native.Interop;

namespace OwnedData.Mongo.Native.Tests.Driving;

public sealed class DriverErrorTests
{
    [Fact]
    public void The_servers_own_code_message_and_labels_win()
    {
        var reply = StoreExtensions.Parse("""{ok: 0.0, errmsg: "not primary", code: 10107, codeName: "NotWritablePrimary", errorLabels: ["RetryableWriteError"]}""");

        var error = DriverError.ToException(reply.Span, new BsonError { Domain = 17, Code = 10107 });

        Assert.Equal(((StoreErrorCode)10107, "not primary"), (error.Code, error.Message));
        Assert.Equal(["RetryableWriteError"], error.Labels);
    }

    [Fact]
    public void Labels_of_the_driver_are_kept_where_the_server_said_nothing()
    {
        var reply = StoreExtensions.Parse("""{errorLabels: ["RetryableWriteError"]}""");

        var error = DriverError.ToException(reply.Span, new BsonError { Domain = 2, Code = 4 });

        Assert.Equal(StoreErrorCode.HostUnreachable, error.Code);
        Assert.Equal(["RetryableWriteError"], error.Labels);
    }

    [Theory]
    [InlineData(1, 11, StoreErrorCode.AuthenticationFailed)]
    [InlineData(1, 6, StoreErrorCode.HostUnreachable)]
    [InlineData(2, 4, StoreErrorCode.HostUnreachable)]
    [InlineData(3, 12, StoreErrorCode.ProtocolError)]
    [InlineData(14, 1, StoreErrorCode.AuthenticationFailed)]
    [InlineData(15, 13053, StoreErrorCode.FailedToSatisfyReadPreference)]
    [InlineData(16, 64, (StoreErrorCode)64)]
    [InlineData(17, 50, StoreErrorCode.MaxTimeMSExpired)]
    [InlineData(99, 1, StoreErrorCode.InternalError)]
    public void Without_a_reply_the_driver_says_what_it_was(uint domain, uint code, StoreErrorCode expected) =>
        Assert.Equal(expected, DriverError.ToException([], new BsonError { Domain = domain, Code = code }).Code);
}

namespace OwnedData.Mongo.Native.Tests;

public sealed class ConnectionStringTests
{
    [Theory]
    [InlineData("mongodb://localhost", "mongodb://localhost")]
    [InlineData("mongodb://alice:secret@db.example.com:27017/notes?tls=true", "mongodb://***@db.example.com:27017")]
    [InlineData("mongodb://alice:secret@a.example.com,b.example.com:27018/?replicaSet=rs0", "mongodb://***@a.example.com,b.example.com:27018")]
    [InlineData("mongodb+srv://alice:secret@cluster0.example.mongodb.net/notes", "mongodb+srv://***@cluster0.example.mongodb.net")]
    [InlineData("mongodb://alice@[::1]:27017/", "mongodb://***@[::1]:27017")]
    [InlineData("mongodb://host/?authMechanismProperties=AWS_SESSION_TOKEN:secret", "mongodb://host")]
    [InlineData("mongodb://host/?tlsCertificateKeyFilePassword=secret", "mongodb://host")]
    public void Hosts_are_shown_user_password_and_options_are_not(string uri, string expected) => Assert.Equal(expected, ConnectionString.Redact(uri));

    [Theory]
    [InlineData("mongodb://alice:se@cret@host/db", "mongodb://***@host")]
    [InlineData("mongodb://alice:se/cret@host/db", "mongodb://***@host")]
    [InlineData("mongodb://alice:se?cret@host", "mongodb://***@host")]
    [InlineData("mongodb://alice:secret", "mongodb://***")]
    [InlineData("mongodb://alice:secret\nsecret@host", "mongodb://***@host")]
    [InlineData("alice:secret@host", "***")]
    [InlineData("", "***")]
    public void Of_a_malformed_one_no_part_that_may_be_a_password_is_shown(string uri, string expected) => Assert.Equal(expected, ConnectionString.Redact(uri));
}

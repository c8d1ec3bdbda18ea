namespace OwnedData.Mongo.Native.Tests.Security;

/// <summary>TLS, passwords and certificates, on a mongod that asks for them.</summary>
public sealed class SecurityTests(SecuredServer server) : IClassFixture<SecuredServer>
{
    private static readonly string s_user = $"app:{Uri.EscapeDataString(SecuredServer.Password)}@";

    [MongodFact]
    public async Task A_user_with_a_password_reads_and_writes_over_TLS()
    {
        using var store = server.Open(s_user, "&authSource=admin");

        Assert.Equal(["""{"_id": 1}"""], await WriteAndReadAsync(store, "by_password"));
    }

    [MongodFact]
    public async Task A_certificate_is_a_user_as_well()
    {
        using var store = server.Open("", $"&authMechanism=MONGODB-X509&authSource=%24external&tlsCertificateKeyFile={CertificateOf(SecuredServer.ClientName)}");

        Assert.Equal(["""{"_id": 1}"""], await WriteAndReadAsync(store, "by_certificate"));
    }

    [MongodFact]
    public async Task A_server_of_an_unknown_authority_gets_no_password_and_the_reason_is_told()
    {
        using var others = new TestCertificates();
        using var store = server.Open(s_user, "&authSource=admin", others.AuthorityFile);

        var error = await Assert.ThrowsAsync<StoreException>(() => store.FindAsync("any"));

        Assert.Equal(StoreErrorCode.FailedToSatisfyReadPreference, error.Code);
        Assert.Contains("certificate verify failed", error.Message, StringComparison.Ordinal);
        AssertHasNoSecret(error);
    }

    [MongodTheory]
    [InlineData("wrong")]
    [InlineData("")]
    public async Task A_wrong_password_is_refused_and_not_shown(string password)
    {
        using var store = server.Open($"app:{password}@", "&authSource=admin");

        var error = await Assert.ThrowsAsync<StoreException>(() => store.FindAsync("any"));

        Assert.Equal(StoreErrorCode.AuthenticationFailed, error.Code);
        AssertHasNoSecret(error);
    }

    [MongodFact]
    public async Task A_certificate_of_nobody_is_refused()
    {
        using var store = server.Open("", $"&authMechanism=MONGODB-X509&authSource=%24external&tlsCertificateKeyFile={CertificateOf("CN=nobody,OU=clients,O=OwnedData")}");

        var error = await Assert.ThrowsAsync<StoreException>(() => store.FindAsync("any"));

        Assert.Equal(StoreErrorCode.AuthenticationFailed, error.Code);
        AssertHasNoSecret(error);
    }

    [MongodFact]
    public async Task Another_database_is_closed_to_the_user()
    {
        using var store = server.Open(s_user, "&authSource=admin", database: "other");

        var error = await Assert.ThrowsAsync<StoreException>(() => store.FindAsync("any"));

        Assert.Equal(StoreErrorCode.Unauthorized, error.Code);
    }

    [MongodFact]
    public async Task Without_TLS_no_server_is_found_in_bounded_time()
    {
        using var store = NativeMongoStore.Open(new NativeStoreOptions { Uri = $"mongodb://{s_user}{server.Process.Address}/?serverSelectionTimeoutMS=500", Database = "app" });

        var error = await Assert.ThrowsAsync<StoreException>(() => store.FindAsync("any"));

        Assert.Equal(StoreErrorCode.FailedToSatisfyReadPreference, error.Code);
        AssertHasNoSecret(error);
    }

    private static async Task<List<string>> WriteAndReadAsync(NativeMongoStore store, string collection)
    {
        await store.InsertAsync(collection, "{_id: 1}");
        return await store.FindAsync(collection);
    }

    private static void AssertHasNoSecret(StoreException error)
    {
        Assert.DoesNotContain(SecuredServer.Password, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Uri.EscapeDataString(SecuredServer.Password), error.ToString(), StringComparison.Ordinal);
    }

    private string CertificateOf(string name) => Uri.EscapeDataString(server.Certificates.Create(name));
}

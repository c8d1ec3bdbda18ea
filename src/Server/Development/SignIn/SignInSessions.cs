using System.Security.Cryptography;

namespace OwnedData.Server.Development.SignIn;

/// <summary>
/// Who is signed in, in memory: a restart signs everybody out. A code is good once and for a minute, a refresh token once; what comes a second
/// time may be stolen, so it ends the session (RFC 6749 §4.1.2, RFC 9700 §4.14.2).
/// </summary>
internal sealed class SignInSessions(TimeProvider timeProvider)
{
    private const int Capacity = 1000;
    private const int SecretBytes = 32;
    private const char Separator = '.';

    private static readonly TimeSpan s_codeLifetime = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_lifetime = TimeSpan.FromDays(1);

    private readonly Lock _lock = new();

    // By the handle that each of a session's codes and tokens begins with, so that an old one is known without being kept. The oldest comes first.
    private readonly OrderedDictionary<string, SignInSession> _sessions = new(StringComparer.Ordinal);

    /// <summary>Signs in; gives the code. Past a thousand sessions the oldest ends.</summary>
    public string Start(SampleUser user, AuthorizationRequest request)
    {
        var handle = CreateSecret();
        var session = new SignInSession(user, request, CreateSecret(handle), timeProvider.GetUtcNow());
        lock (_lock)
        {
            if (_sessions.Count == Capacity)
            {
                _sessions.RemoveAt(0);
            }

            _sessions.Add(handle, session);
        }

        return session.Code;
    }

    /// <summary>The session of a code that is good for that address and verifier, with its first refresh token. The code is good no more, whatever comes of it.</summary>
    public (SignInSession? Session, ProtocolError? Error) RedeemCode(string code, string redirectUri, string verifier) => Use(code, session =>
        session.Code != code ? "The code is unknown."
        : session.IsCodeRedeemed ? "The code was used before; its sign-in has ended."
        : timeProvider.GetUtcNow() - session.SignedInAt > s_codeLifetime ? "The code has expired."
        : session.Request.RedirectUri != redirectUri ? "The redirect_uri is not the one that the code was asked for with."
        : !Pkce.Verify(verifier, session.Request.CodeChallenge) ? "The code_verifier does not fit the code_challenge."
        : null);

    /// <summary>The session of a refresh token that is good, with the next one.</summary>
    public (SignInSession? Session, ProtocolError? Error) Refresh(string refreshToken) => Use(refreshToken, session =>
        session.RefreshToken != refreshToken ? "The refresh token was used before; its sign-in has ended."
        : timeProvider.GetUtcNow() - session.SignedInAt > s_lifetime ? "The sign-in has ended after a day."
        : null);

    /// <summary>Signs out.</summary>
    /// <param name="id">The session's; an unknown one is nothing to do.</param>
    public void End(string id)
    {
        lock (_lock)
        {
            if (_sessions.FirstOrDefault(pair => pair.Value.Id == id).Key is { } handle)
            {
                _sessions.Remove(handle);
            }
        }
    }

    private (SignInSession? Session, ProtocolError? Error) Use(string secret, Func<SignInSession, string?> findFault)
    {
        var handle = secret.Split(Separator)[0];
        lock (_lock)
        {
            if (!_sessions.TryGetValue(handle, out var session))
            {
                return (null, ProtocolError.InvalidGrant("It is unknown, or its sign-in has ended."));
            }

            if (findFault(session) is { } fault)
            {
                _sessions.Remove(handle);
                return (null, ProtocolError.InvalidGrant(fault));
            }

            session.IsCodeRedeemed = true;
            session.RefreshToken = session.HasScope("offline_access") ? CreateSecret(handle) : null;
            return (session, null);
        }
    }

    private static string CreateSecret(string handle) => handle + Separator + CreateSecret();

    private static string CreateSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
}

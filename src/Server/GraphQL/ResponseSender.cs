namespace OwnedData.Server.GraphQL;

/// <summary>The end of a request's way: status, headers and the finished bytes. What a response holds is one viewer's, so no cache may keep it.</summary>
internal static class ResponseSender
{
    public static async Task SendAsync(HttpContext http, ResponseFormat format, int status, PooledBytes body)
    {
        var response = http.Response;
        response.StatusCode = status;
        response.ContentType = format.ContentType;
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "private, no-store";
        response.Headers.Vary = "Accept, Accept-Encoding, Authorization, Origin";
        response.Headers.XContentTypeOptions = "nosniff";
        await response.BodyWriter.WriteAsync(body.Memory, http.RequestAborted);
    }
}
